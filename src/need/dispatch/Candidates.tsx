import { View } from '@tarojs/components'
import { asksPublicText, type Need } from 'domain/need/need'
import { orgLetter } from '@/org/org'
import { roleTags } from '@/person/person'
import { useFrame } from '@/shell/frame/frame'
import { Btn } from '@/ui/Btn'
import { Icon } from '@/ui/Icon'
import { Link } from '@/ui/Link'
import { Person } from '@/ui/Person'
import { press } from '@/ui/press'
import { reasonsForDispatcher, teamReasons } from '../view/matching'
import { dispatchTo } from './dispatchStep'
import { type Ranked, useRanked } from './useRanked'

const MOST_PEOPLE = 2

interface CandidatesProps {
  need: Need
  /** As the card calls it. */
  title: string
  now: string
  /** The one red button of the page is here. */
  first: boolean
}

/** Who suits this need, with the reasons: one tap dispatches to a person, a team or the pool of the community. */
export function Candidates({ need, title, now, first }: CandidatesProps) {
  const frame = useFrame()
  const ranked = useRanked(need)
  const { people, teams } = ranked
  const { id } = need
  const team = teams.find(({ able }) => able > 0)
  const shown = people.slice(0, team ? MOST_PEOPLE : MOST_PEOPLE + 1)
  const more = () => frame.open('/desk/dispatch/index', { id })
  // Of a sensitive need the neutral words are written first; where several are needed, several are chosen.
  const written = !asksPublicText(need) || need.publicText !== undefined
  const toPerson = ({ helper }: Ranked['people'][number]) =>
    written && need.headcount === 1
      ? dispatchTo(id, { personIds: [helper.id] })
      : frame.open('/desk/dispatch/index', { id, to: helper.id })
  const offer = (to: { areaCode: string } | { orgIds: string[] }) => () =>
    written ? dispatchTo(id, to) : more()
  const button = (text: string, to: string, run: () => void, main = false) => (
    <Btn
      size='s'
      look={main ? 'primary' : undefined}
      text={text}
      label={`${text}给${to}：${title}`}
      onTap={run}
    />
  )

  return (
    <View>
      {shown.map((each, at) => (
        <Person
          key={each.helper.id}
          name={each.helper.displayName}
          tone={at % 2 === 1 ? 'blue' : undefined}
          tags={tagsOf(each.helper)}
          inline
          reasons={reasonsForDispatcher(each.match, now)}
          tail={button('派单', each.helper.displayName, () => toPerson(each), first && at === 0)}
        />
      ))}
      {team && (
        <Person
          name={team.org.name}
          letter={orgLetter(team.org.kind)}
          tone='grey'
          tags={[{ text: `${team.members} 人` }]}
          inline
          reasons={teamReasons(team.able)}
          tail={button('派单', team.org.name, offer({ orgIds: [team.org.id] }))}
        />
      )}
      <Person
        name='接单大厅'
        letter='厅'
        tone='grey'
        tags={[{ text: '本社区' }]}
        inline
        reasons={[{ icon: 'users', text: shown[0] ? '都能看到，谁先接谁去' : '党员、志愿者谁先接谁去' }]}
        tail={button('派单', '本社区接单大厅', offer({ areaCode: need.communityCode }), first && !shown[0])}
      />
      <View className='cands__foot'>
        <View className='t-foot grow'>
          {footText(ranked, written)}
          {ranked.problem && <Link text='再试一次' onTap={ranked.ask} />}
        </View>
        <View className='sec__more' {...press(more, { label: `更多处理：${title}` })}>
          更多处理
          <Icon name='chevron-right' size={16} />
        </View>
      </View>
    </View>
  )
}

const tagsOf = (helper: Ranked['people'][number]['helper']) => roleTags(helper).slice(0, 1)

function footText({ people, busy, problem }: Ranked, written: boolean): string {
  if (!written) return '先写给大家看的话，再派出去'
  if (busy) return '正在找合适的人'
  if (problem) return `${problem}，可以先放到大厅`
  return people.length > 0 ? '排序只看这一单合不合适' : '名单里没有合适的人'
}
