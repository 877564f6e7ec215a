export { default } from '@/work/WorkPage'
