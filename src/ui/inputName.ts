/** Names an input, and says that what stands in it is wrong; WeChat knows no word for that. */
export const inputName = (label: string, wrong = false) => ({
  'aria-label': label,
  ...(process.env.TARO_ENV === 'h5' && wrong && { 'aria-invalid': 'true' }),
})
