export { default } from '@/me/MePage'
