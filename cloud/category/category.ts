import type { Thing } from '../kernel/thing'
import { learnCategories } from './learnCategories'
import { saveCategory } from './saveCategory'

export const category = {
  handlers: { 'category.save': saveCategory },
  jobs: [
    {
      name: 'learn-categories',
      when: '40 * * * *',
      run: (context) => learnCategories(context, context.now()),
    },
  ],
} satisfies Thing
