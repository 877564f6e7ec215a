/**
 * Taro's own keeps what is copied in the storage, where an address has no business, and takes every refusal for done.
 * @throws where the browser does not let it
 */
export async function copyInBrowser(text: string): Promise<void> {
  if (navigator.clipboard) return navigator.clipboard.writeText(text)
  // over plain HTTP there is only the old way
  const field = document.body.appendChild(document.createElement('textarea'))
  field.style.cssText = 'position:fixed;opacity:0'
  field.value = text
  field.select()
  const copied = document.execCommand('copy')
  field.remove()
  if (!copied) throw new Error('not copied')
}
