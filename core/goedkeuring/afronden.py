"""What Wagtail does when a workflow is finished. Imported by Wagtail's own models: import nothing here."""


def publiceer_goedgekeurde(workflow_state, user=None):
    """Publish the revision that was approved, not the latest one as Wagtail does (WAGTAIL_FINISH_WORKFLOW_ACTION)."""
    revisie = workflow_state.current_task_state.revision
    # The round that Wagtail would look for, to stop it, is the one that just ended. By this name it keeps what it found.
    revisie.as_object()._current_workflow_states = []
    revisie.publish(user=user, skip_permission_checks=True)


def lees_eenmaal(revisie, tekst) -> None:
    """Wagtail reads a version to log and again to publish it, and we to tell of it: let that be this text, as it was judged.

    The guard still judges what is written by itself.
    """
    vars(revisie)["as_object"] = lambda: tekst
