"""What Wagtail does when a workflow is finished. Imported by Wagtail's own models: import nothing here."""


def publiceer_goedgekeurde(workflow_state, user=None):
    """Publish the revision that was approved, not the latest one as Wagtail does (WAGTAIL_FINISH_WORKFLOW_ACTION)."""
    revisie = workflow_state.current_task_state.revision
    revisie.publish(user=user, skip_permission_checks=True)
