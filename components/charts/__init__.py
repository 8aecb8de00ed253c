"""Chart builders: a tidy frame in, a plotly figure out."""
