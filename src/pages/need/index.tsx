export { default } from '@/need/detail/NeedPage'
