"""What the public pages of events, actors and places show, prepared for their templates."""
