import { createElement, type ForwardedRef, forwardRef, type HTMLAttributes, type ReactNode } from 'react'
import { catchMoves } from './caughtMoves'
import { type FingerProps, underFinger } from './finger'

type Props = HTMLAttributes<HTMLElement> &
  FingerProps & {
    children?: ReactNode
    hoverStopPropagation?: boolean
    catchMove?: boolean
  }

const catching = (ref: ForwardedRef<HTMLElement>) => (element: HTMLElement | null) => {
  if (element) catchMoves(element)
  if (typeof ref === 'function') ref(element)
  else if (ref) ref.current = element
}

const plain = (tag: 'div' | 'span' | 'button') =>
  forwardRef(function Plain(props: Props, ref: ForwardedRef<HTMLElement>) {
    const { hoverClass, hoverStayTime, hoverStopPropagation, onLongPress, catchMove, ...html } = props
    const finger = underFinger({ hoverClass, hoverStayTime, onLongPress })
    return createElement(tag, { ...html, ...finger, ref: catchMove ? catching(ref) : ref })
  })

export const View = plain('div')
export const Text = plain('span')
export const Button = plain('button')

type ScrollProps = HTMLAttributes<HTMLElement> & { scrollX: true; enhanced: true; showScrollbar: false }

/** Sideways and without a bar: the only one that we have. */
export const ScrollView = ({ scrollX, enhanced, showScrollbar, className, ...html }: ScrollProps) => (
  <div className={`${className} sideways`} {...html} />
)
