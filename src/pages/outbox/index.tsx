export { default } from '@/outbox/OutboxPage'
