export default definePageConfig({ navigationBarTitleText: '待发箱' })
