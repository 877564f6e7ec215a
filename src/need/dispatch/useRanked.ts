import type { CandidatesAnswer } from 'domain/api'
import { communitiesLed } from 'domain/kernel/actor'
import type { Need } from 'domain/need/need'
import { useCallback, useEffect, useRef, useState } from 'react'
import { fetchCandidates } from '@/client'
import { useMe } from '@/store/lists'
import { useCandidates } from '../store/candidates'

export interface Ranked extends CandidatesAnswer {
  /** The server is being asked. */
  busy: boolean
  /** Why it has not answered. */
  problem?: string | undefined
  ask: () => void
}

const NONE: CandidatesAnswer = { people: [], teams: [], all: { people: 0, teams: 0 } }

/**
 * Whom a need can be offered to by name. The phone of a community's secretary holds the roster and ranks by itself;
 * for coordinators, who hold none, the server does, anew with every change of the need.
 */
export function useRanked(need: Need): Ranked {
  const me = useMe()
  const { people, teams } = useCandidates(need)
  const asks = me !== undefined && !communitiesLed(me).includes(need.communityCode)
  const { answer, problem, ask } = useAnswer(need, asks)
  if (!asks) return { people, teams, all: { people: people.length, teams: teams.length }, busy: false, ask }
  return { ...(answer ?? NONE), busy: !answer && !problem, problem: answer ? undefined : problem, ask }
}

interface Answer {
  answer?: CandidatesAnswer
  problem?: string
}

function useAnswer({ id, version }: Need, asks: boolean): Answer & { ask: () => void } {
  const [state, setState] = useState<Answer & { of?: string }>({})
  const current = useRef(id)
  current.current = id

  const ask = useCallback(async () => {
    setState((before) => (before.answer && before.of === id ? before : {}))
    const asked = await fetchCandidates(id)
    if (current.current !== id) return
    if (asked.ok) setState({ of: id, answer: asked.candidates })
    // What came before stays: it is at most one step of the need old.
    else setState((before) => (before.answer ? before : { of: id, problem: asked.text }))
  }, [id])
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a step of the need others suit it
  useEffect(() => {
    if (asks) void ask()
  }, [asks, ask, version])
  return { ...(state.of === id ? state : {}), ask: () => void ask() }
}
