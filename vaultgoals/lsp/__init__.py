"""What editors show of a vault while somebody writes: the language server protocol. Nothing is written."""
