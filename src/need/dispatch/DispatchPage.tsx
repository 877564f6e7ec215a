import { usePageParams } from '@/platform/hooks'
import { guardedPage } from '@/shell/guardedPage'
import { DispatchContent } from './DispatchContent'

const DispatchPage = () => <DispatchContent {...usePageParams('/desk/dispatch/index')} />

export default guardedPage('dispatch', DispatchPage, { title: '派单' })
