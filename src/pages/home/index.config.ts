export default definePageConfig({
  navigationBarTitleText: '首页',
  enablePullDownRefresh: true,
  // Taro finds `useShareAppMessage` in a page's own file alone, and 叫家人帮我点 stands in a part of this one.
  enableShareAppMessage: true,
})
