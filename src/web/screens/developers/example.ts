// The example of the API's page: what a terminal takes as it stands, once the token is put in.

type Asked = {
  /** Of this installation, without a slash at its end. */
  address: string
  token: string
  sender: string
  number: string
  text: string
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`

/** A key of its own for each time that the page is opened: a second try is another message. */
export function exampleOf({ address, token, sender, number, text }: Asked, reference: string) {
  const body = { sender, class: 'alert', basis: 'contract', text, reference }
  const lines = JSON.stringify(body).slice(1)
  const names = [
    `export ACCORD=${quoted(address)}`,
    `export TOKEN=${quoted(token)}`,
    `export NUMBER=${quoted(number)}`,
  ]
  const send = [
    'curl --fail-with-body -sS "$ACCORD/v1/messages" \\',
    '  -H "Authorization: Bearer $TOKEN" -H \'Content-Type: application/json\' \\',
    `  -H 'Idempotency-Key: ${reference}' \\`,
    `  -d '{"to":"'"$NUMBER"'",'${quoted(lines)}`,
  ]
  const read = [
    `curl --fail-with-body -sS "$ACCORD/v1/messages?reference=${reference}" \\`,
    '  -H "Authorization: Bearer $TOKEN"',
  ]
  return { send: [...names, '', ...send].join('\n'), read: read.join('\n') }
}
