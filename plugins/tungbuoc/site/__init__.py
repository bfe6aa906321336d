"""The glue that knows MkDocs: plugins, the Markdown extension, the theme, the preview's server. Thin, over
the pure parts."""
