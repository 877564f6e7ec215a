export { default } from '@/need/records/RecordsPage'
