export { default } from '@/listing/resource/ResourcePage'
