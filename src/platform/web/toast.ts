import './toast.css'

let layer: HTMLElement | undefined
let going: ReturnType<typeof setTimeout> | undefined

/** Over every page and across a change of page, with the text as large as on the page in front. */
export function drawToast(text: string, duration: number): void {
  if (!layer?.isConnected) {
    layer = document.body.appendChild(document.createElement('div'))
    layer.setAttribute('role', 'status')
  }
  const page = [...document.querySelectorAll<HTMLElement>('.page')].pop()
  layer.className = page?.classList.contains('elder') ? 'toast elder' : 'toast'
  layer.style.cssText = page?.style.cssText ?? ''
  layer.innerHTML = '<div class="toast__t"></div>'
  ;(layer.firstChild as HTMLElement).textContent = text
  clearTimeout(going)
  going = setTimeout(() => layer?.remove(), duration)
}
