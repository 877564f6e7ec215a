export { default } from '@/listing/publish/PublishPage'
