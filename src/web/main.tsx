// The web app's start: styles, then the tree of providers and screens.
import '@mantine/core/styles.layer.css'
import './ui/typeface.css'
import './ui/accord.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const place = document.getElementById('root')
if (place) {
  const root = createRoot(place)
  if (import.meta.env.DEV && window.location.pathname === '/kit') {
    // In development only; the build leaves this branch out, and what it loads.
    void import('./kit/kit.tsx').then(({ Kit }) => root.render(<Kit />))
  } else {
    root.render(
      <StrictMode>
        <App />
      </StrictMode>,
    )
  }
}
