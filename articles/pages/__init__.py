"""What the public pages of the printed record show, prepared for their templates."""
