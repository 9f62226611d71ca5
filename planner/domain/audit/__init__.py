"""What each group brought, and the verdict that follows."""
