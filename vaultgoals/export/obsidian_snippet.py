"""A style sheet for Obsidian that makes the pages quieter; it is switched on by the person, in Obsidian."""

STYLE = """\
/* Quieter review pages of vaultgoals, in light and dark themes. Yours to change.
   Switch it on under Settings, Appearance, CSS snippets.
   A page is known by its property "adherence", so nothing else in the vault looks different. */

:is(.markdown-preview-view, .cm-s-obsidian):has([data-property-key="adherence"]) {
  --callout-border-width: 0 0 0 2px;
  --callout-radius: 0;
  --callout-padding: var(--size-4-1) var(--size-4-3);
}

/* A verdict is a line at the side, not a coloured box. */
:is(.markdown-preview-view, .cm-s-obsidian):has([data-property-key="adherence"]) .callout {
  background-color: transparent;
  border-color: rgba(var(--callout-color), 0.6);
}

/* Folded figures stand back behind what there is to do. */
:is(.markdown-preview-view, .cm-s-obsidian):has([data-property-key="adherence"]) .callout.is-collapsible {
  color: var(--text-muted);
  font-size: var(--font-ui-small);
}

/* Figures stand below each other. */
:is(.markdown-preview-view, .cm-s-obsidian):has([data-property-key="adherence"]) table {
  font-variant-numeric: tabular-nums;
}

/* The comments around generated text, where Obsidian shows them. */
.cm-s-obsidian:has([data-property-key="adherence"]) .cm-comment {
  color: var(--text-faint);
}
"""
"""The text of the snippet. All colours and sizes are variables of Obsidian's, so that it fits any theme."""
