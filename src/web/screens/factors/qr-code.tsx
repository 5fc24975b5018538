// A QR code as a drawing of the page: nothing is asked of anybody for it.
import { useMemo } from 'react'
import { encode } from 'uqr'

/** ISO/IEC 18004: four modules of light around it; dark on light, whatever the page looks like. */
const border = 4

export function QrCode(props: { text: string; label: string }) {
  const { size, path } = useMemo(() => {
    const { size, data } = encode(props.text, { ecc: 'M', border })
    const path = data
      .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
      .join('')
    return { size, path }
  }, [props.text])
  return (
    <svg
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${size} ${size}`}
      style={{ width: '100%', maxWidth: '14rem', background: '#fff' }}
      shapeRendering="crispEdges"
    >
      <title>{props.label}</title>
      <path d={path} fill="#000" />
    </svg>
  )
}
