const nothing = () => {}

// What Taro asks for and we have no use for: its router's tab bar, which our pages draw, and its viewer of pictures.
export {
  nothing as defineCustomElementTaroSwiperCore,
  nothing as defineCustomElementTaroSwiperItemCore,
  nothing as defineCustomElementTaroTabbar,
}
