export { default } from '@/need/place/PlacePage'
