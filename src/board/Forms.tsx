import { View } from '@tarojs/components'
import { useState } from 'react'
import { Btn } from '@/ui/Btn'
import { Field } from '@/ui/Field'
import { FieldError } from '@/ui/FieldError'
import { FormLabel } from '@/ui/FormLabel'
import { Form, FormRow } from '@/ui/FormRow'
import { SearchBar } from '@/ui/SearchBar'
import { Seg } from '@/ui/Seg'
import { Switch } from '@/ui/Switch'
import { TextArea } from '@/ui/TextArea'
import { TextInput } from '@/ui/TextInput'
import { Block, nothing } from './Block'

export function Rows() {
  return (
    <Block title='表单行'>
      <Form>
        <FormRow icon='map-pin' title='湖景花园 7 栋' note='燕山湖社区 03 网格' onTap={nothing} />
        <FormRow title='提醒方式' value='微信消息' onTap={nothing} />
      </Form>
    </Block>
  )
}

export function MoreRows() {
  const [elder, setElder] = useState(false)
  const [whom, setWhom] = useState<string>('old')
  return (
    <Block title='表单行 · 分段、开关、出错、只读'>
      <Form>
        <FormRow icon='user'>
          <Seg
            label='给谁'
            value={whom}
            onChange={setWhom}
            options={[
              { value: 'me', text: '本人' },
              { value: 'old', text: '代老人' },
              { value: 'other', text: '代他人' },
            ]}
          />
        </FormRow>
        <FormRow
          icon='text-size'
          title='长辈版'
          note='字更大，按钮更大'
          tail={<Switch label='长辈版' on={elder} onChange={setElder} />}
        />
        <FormRow icon='phone' title='联系电话' error='写上电话，师傅到了好找您' onTap={nothing} />
        <FormRow icon='clipboard-list' title='我的点单' value='2 件在办' onTap={nothing} />
        <FormRow
          icon='map-pin'
          title='很长的地址会换行：广东省阳江市阳东区东城镇燕山湖社区湖景花园 7 栋 2 单元 1402'
          note='只给接单人和社区工作人员看，办结后自动隐藏，其他人只看得到网格'
          value='改一下'
          onTap={nothing}
        />
        <FormRow title='只能看，不能点' value='3 件' />
      </Form>
    </Block>
  )
}

export function Inputs() {
  const [words, setWords] = useState('水龙头一直滴水')
  return (
    <Block title='输入与出错'>
      <TextArea label='什么事' value={words} onInput={setWords} error='再写两句，说说在哪个房间' />
    </Block>
  )
}

export function MoreInputs() {
  const [words, setWords] = useState('')
  const [full, setFull] = useState('厨房水龙头一直漏水，关紧了还在滴，想请人上门看看')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('1380000')
  const [search, setSearch] = useState('修空调')
  return (
    <Block title='输入 · 空、快写满、搜索'>
      <FormLabel text='什么事' hint='必填' />
      <TextArea
        label='什么事'
        value={words}
        onInput={setWords}
        placeholder='说说是什么事'
        hint='方言也行'
        tail={<Btn size='s' round look='ink' icon='volume' text='念给我听' onTap={nothing} />}
      />
      <TextArea label='补充' value={full} onInput={setFull} max={30} />
      <Field label='怎么称呼' value={name} onInput={setName} />
      <Field label='电话' type='number' value={phone} onInput={setPhone} error='电话少了几位，请再看一下' />
      <Field label='不能改' value='燕山湖社区' onInput={nothing} disabled />
      <Form>
        <FormRow icon='map-pin'>
          <TextInput
            className='field__input'
            label='在哪里'
            value={name}
            placeholder='写一句在哪里'
            maxLength={40}
            onInput={setName}
          />
        </FormRow>
      </Form>
      <SearchBar value='' placeholder='搜需求' onInput={nothing} />
      <SearchBar value={search} placeholder='搜服务' onInput={setSearch} />
      <View>
        <FieldError text='选一个时间，或写“随时都行”' />
      </View>
    </Block>
  )
}
