export default definePageConfig({
  navigationBarTitleText: '清单',
  enablePullDownRefresh: true,
  onReachBottomDistance: 600,
})
