// What Taro's router asks for, of its own tab bar: ours is drawn by our pages.
export const defineCustomElementTaroTabbar = () => {}
