import { Component, type ComponentType, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** What stands there instead; `again` tries the children once more. */
  readonly fallback: ComponentType<{ readonly again: () => void }>;
}

/** Keeps a defect in one part from taking the others with it: transfers go on. React knows only a class for this. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const Fallback = this.props.fallback;
    return <Fallback again={() => this.setState({ failed: false })} />;
  }
}
