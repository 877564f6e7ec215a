export { default } from '@/need/MyNeedsPage'
