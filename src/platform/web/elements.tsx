import { createElement, forwardRef, type HTMLAttributes, type ReactNode, type Ref } from 'react'
import { type FingerProps, underFinger } from './finger'

type Props = HTMLAttributes<HTMLElement> &
  FingerProps & {
    children?: ReactNode
    hoverStopPropagation?: boolean
    catchMove?: boolean
  }

const plain = (tag: 'div' | 'span' | 'button') =>
  forwardRef(function Plain(props: Props, ref: Ref<HTMLElement>) {
    const { hoverClass, hoverStayTime, hoverStopPropagation, onLongPress, catchMove, ...html } = props
    const finger = underFinger({ hoverClass, hoverStayTime, onLongPress })
    return createElement(tag, { ...html, ...finger, ref })
  })

export const View = plain('div')
export const Text = plain('span')
export const Button = plain('button')

type ScrollProps = HTMLAttributes<HTMLElement> & { scrollX: true; enhanced: true; showScrollbar: false }

/** Sideways and without a bar: the only one that we have. */
export const ScrollView = ({ scrollX, enhanced, showScrollbar, className, ...html }: ScrollProps) => (
  <div className={`${className} sideways`} {...html} />
)
