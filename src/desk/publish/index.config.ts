export default definePageConfig({ navigationBarTitleText: '管理清单' })
