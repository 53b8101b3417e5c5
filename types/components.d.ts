declare module '*.svelte' {
  import type { Component } from 'svelte';

  const component: Component<{ text: string; nonce: string; name: string }>;
  export default component;
}
