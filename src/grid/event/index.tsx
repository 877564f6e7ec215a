export { default } from '@/need/event/EventPage'
