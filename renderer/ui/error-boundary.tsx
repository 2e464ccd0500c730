import { Component, type ReactNode } from 'react';

interface Props {
  /** Drawn in place of what broke. */
  fallback: (error: Error) => ReactNode;
  children: ReactNode;
}

/** Keeps a fault in drawing one part from leaving an empty window. */
export class ErrorBoundary extends Component<Props, { error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error ? this.props.fallback(this.state.error) : this.props.children;
  }
}
