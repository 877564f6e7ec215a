import { switchTab } from '@/platform/navigation'

/** 挑服务: listed services are picked where they are listed. */
export const toServices = () => switchTab('/pages/lists/index')
