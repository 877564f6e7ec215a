const FORM_OF_ADDRESS = /^[阿小老大]|[伯叔姨姐哥婆公爷奶妈爸嫂婶娘生傅师医]$/

/** A name as others may read it: `李大文` becomes `李**`; forms of address such as 黄伯 or 陈师傅 stay. */
export const safeName = (name: string) =>
  /^[\u4e00-\u9fff]{2,4}$/.test(name) && !FORM_OF_ADDRESS.test(name) ? `${name.slice(0, 1)}**` : name
