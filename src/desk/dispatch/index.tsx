export { default } from '@/need/dispatch/DispatchPage'
