export { default } from '@/lists/ListsPage'
