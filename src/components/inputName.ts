/** Names an input. H5 draws an element of its own inside, and only that is read aloud there. */
export const inputName = (label: string, wrong = false) =>
  process.env.TARO_ENV === 'h5'
    ? { nativeProps: { 'aria-label': label, ...(wrong && { 'aria-invalid': 'true' }) } }
    : { 'aria-label': label }
