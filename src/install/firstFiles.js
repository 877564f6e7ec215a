// In the page itself, written out by config/firstPaint.ts: the code of the page that the address names is fetched
// beside the app's own, instead of after it.
for (const file of __FILES__[location.hash.slice(2).split('?')[0] || __HOME__] || []) {
  const link = document.createElement('link')
  link.rel = 'preload'
  link.as = file.endsWith('.css') ? 'style' : 'script'
  link.href = file
  document.head.append(link)
}
