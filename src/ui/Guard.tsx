import { Component, type ReactNode } from 'react'

interface GuardProps {
  children: ReactNode
  /** Another is drawn anew after trouble with the one before. */
  of?: unknown
  /** In the place of what could not be drawn; `again` tries it once more. */
  instead: (again: () => void) => ReactNode
  onError: (error: unknown) => void
}

interface State {
  failed: boolean
  of: unknown
}

/** What is thrown while its children are drawn takes them alone, not the page. */
export class Guard extends Component<GuardProps, State> {
  override state: State = { failed: false, of: this.props.of }

  static getDerivedStateFromError = (): Partial<State> => ({ failed: true })

  static getDerivedStateFromProps = ({ of }: GuardProps, before: State): Partial<State> | null =>
    before.of === of ? null : { failed: false, of }

  override componentDidCatch(error: unknown) {
    this.props.onError(error)
  }

  override render() {
    const { children, instead } = this.props
    return this.state.failed ? instead(() => this.setState({ failed: false })) : children
  }
}
