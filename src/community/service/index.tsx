export { default } from '@/listing/service/ServicePage'
