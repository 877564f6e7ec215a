import { View } from '@tarojs/components'
import { Btn } from '@/ui/Btn'
import { Form, FormRow } from '@/ui/FormRow'
import { Section } from '@/ui/Section'
import { MOST_PEOPLE } from './offerForm'

/** How many shall come; as many win, and no more. */
export function Headcount({ value, onChange }: { value: number; onChange: (headcount: number) => void }) {
  return (
    <View>
      <Section title='要几个人' />
      <Form>
        <FormRow
          icon='users'
          title={`${value} 人`}
          note='接满就不再放'
          tail={
            <View className='row g-2 count'>
              <Btn size='s' text='−' label='少一人' disabled={value <= 1} onTap={() => onChange(value - 1)} />
              <Btn
                size='s'
                text='＋'
                label='多一人'
                disabled={value >= MOST_PEOPLE}
                onTap={() => onChange(value + 1)}
              />
            </View>
          }
        />
      </Form>
    </View>
  )
}
