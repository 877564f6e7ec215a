export { default } from '@/person/FamilyPage'
