"""View builders by subject: filters in, a complete view out; no Streamlit."""
