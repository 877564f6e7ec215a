export { default } from '@/area/AreasPage'
