import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { type DemoPerson, demoIdentities, logInDemo, refresh } from '@/client'
import { Btn } from '@/ui/Btn'
import { Chips } from '@/ui/Chips'
import { Note } from '@/ui/Note'
import { Person } from '@/ui/Person'
import { SearchBar } from '@/ui/SearchBar'
import { Sheet } from '@/ui/Sheet'
import { Skeleton } from '@/ui/Skeleton'
import { identitiesWith, identityGroups, identityNote } from './identities'
import { noLogIn } from './noLogIn'
import { loggedIn, logInDismissed } from './requireLogIn'

/** 登录: today as one of the people that a demo server offers. */
export function LogInSheet() {
  const [found, setFound] = useState<Awaited<ReturnType<typeof demoIdentities>>>()
  const ask = () => {
    setFound(undefined)
    void demoIdentities().then(setFound)
  }
  useEffect(ask, [])

  return (
    <Sheet title='选一个身份登录' onClose={logInDismissed}>
      <View className='t-sub'>看清单不用登录。点单、接单、评价时才要知道您是谁，写好的内容都会留着。</View>
      <View className='mt-3'>
        {found === undefined && <Skeleton count={2} />}
        {found?.ok === false && <Nobody text={noLogIn(found)} onRetry={ask} />}
        {found?.ok && found.people.length === 0 && <Nobody text={NONE} onRetry={ask} />}
        {found?.ok && found.people.length > 0 && <Identities people={found.people} />}
      </View>
    </Sheet>
  )
}

const NONE = '这里没有开放演示身份：它们只在本机的演示环境里能用'

function Nobody({ text, onRetry }: { text: string; onRetry: () => void }) {
  return (
    <View>
      <Note tone='warn'>{text}</Note>
      <View className='mt-3'>
        <Btn block size='s' text='再试一次' onTap={onRetry} />
      </View>
    </View>
  )
}

function Identities({ people }: { people: DemoPerson[] }) {
  const groups = identityGroups(people)
  const [title, setTitle] = useState(groups[0]?.title)
  const [words, setWords] = useState('')
  const { busyId, problem, logIn } = useLogIn()
  const group = groups.find((each) => each.title === title)
  const shown = words.trim() ? identitiesWith(people, words) : (group?.people ?? [])

  return (
    <View>
      <SearchBar value={words} placeholder='找人，比如：陈师傅、龙山' onInput={setWords} />
      <View className='mt-3'>
        <Chips
          label='身份'
          chips={groups.map((each) => ({
            key: each.title,
            text: each.title,
            on: !words.trim() && each.title === title,
          }))}
          onTap={(key) => {
            setWords('')
            setTitle(key)
          }}
        />
      </View>
      <View className='mt-2'>{problem && <Note tone='late'>{problem}</Note>}</View>
      {shown.map((identity) => (
        <Person
          key={identity.id}
          name={identity.displayName}
          note={identityNote(identity)}
          tail={
            <Btn
              size='s'
              text='用这个'
              label={`用这个，用${identity.displayName}登录`}
              busy={busyId === identity.id}
              disabled={busyId !== undefined && busyId !== identity.id}
              onTap={() => void logIn(identity)}
            />
          }
        />
      ))}
      <View>
        {shown.length === 0 && (
          <View className='t-sub mt-3'>没找到“{words.trim()}”。换个名字、身份或社区试试</View>
        )}
      </View>
    </View>
  )
}

function useLogIn() {
  const [busyId, setBusyId] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const logIn = async ({ id }: DemoPerson) => {
    setBusyId(id)
    const answer = await logInDemo(id)
    // What waits on the log-in wants to know what this person may do: that comes with the first pull.
    if (answer.ok) await refresh()
    setBusyId(undefined)
    setProblem(answer.ok ? undefined : noLogIn(answer))
    if (answer.ok) loggedIn()
  }
  return { busyId, problem, logIn }
}
