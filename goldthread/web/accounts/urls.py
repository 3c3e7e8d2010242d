"""Addresses of signing in and of one's own account. allauth's views are listed one by one: what is not here does not exist.

There is no sign-up, no choice of address, and no joining of accounts by oneself; administrators do that under People.
"""

from allauth.account import views as account
from allauth.mfa.base import views as steps
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkeys
from allauth.socialaccount import views as directories
from allauth.socialaccount.providers.openid_connect import views as directory
from django.conf import settings
from django.urls import URLPattern, path, re_path

from goldthread.rules.permissions import Permission
from goldthread.web.access import needs, open_to_all
from goldthread.web.accounts import views

_own = needs(Permission.SIGNED_IN)

urlpatterns: list[URLPattern] = [
    path("sign-in/", open_to_all(views.sign_in), name="account_login"),
    path("sign-in/second-step/", open_to_all(steps.authenticate), name="mfa_authenticate"),
    path("sign-in/passkey/", open_to_all(passkeys.login_webauthn), name="mfa_login_webauthn"),
    path("sign-in/closed/", open_to_all(account.account_inactive), name="account_inactive"),
    path("sign-out/", open_to_all(views.sign_out), name="account_logout"),
    path("password/", open_to_all(account.password_reset), name="account_reset_password"),
    path("password/sent/", open_to_all(account.password_reset_done), name="account_reset_password_done"),
    path("password/set/", open_to_all(account.password_reset_from_key_done), name="account_reset_password_from_key_done"),
    re_path(
        r"^password/(?P<uidb36>[0-9a-z]{1,13})-(?P<key>[-0-9a-z]{1,120})/$",
        open_to_all(account.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path("account/", _own(views.own_account), name="account"),
    path("account/password/", _own(views.change_password), name="account_change_password"),
    path("account/confirm/", _own(account.reauthenticate), name="account_reauthenticate"),
    path("account/confirm/code/", _own(steps.reauthenticate), name="mfa_reauthenticate"),
    path("account/confirm/passkey/", _own(passkeys.reauthenticate_webauthn), name="mfa_reauthenticate_webauthn"),
    path("account/second-steps/", _own(steps.index), name="mfa_index"),
    path("account/second-steps/app/", _own(app.activate_totp), name="mfa_activate_totp"),
    path("account/second-steps/app/remove/", _own(app.deactivate_totp), name="mfa_deactivate_totp"),
    path("account/second-steps/codes/", _own(codes.view_recovery_codes), name="mfa_view_recovery_codes"),
    path("account/second-steps/codes/new/", _own(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path("account/second-steps/codes/file/", _own(codes.download_recovery_codes), name="mfa_download_recovery_codes"),
    path("account/second-steps/passkeys/", _own(passkeys.list_webauthn), name="mfa_list_webauthn"),
    path("account/second-steps/passkeys/add/", _own(passkeys.add_webauthn), name="mfa_add_webauthn"),
    path("account/second-steps/passkeys/<int:pk>/", _own(passkeys.edit_webauthn), name="mfa_edit_webauthn"),
    path("account/second-steps/passkeys/<int:pk>/remove/", _own(passkeys.remove_webauthn), name="mfa_remove_webauthn"),
]

if settings.SOCIALACCOUNT_PROVIDERS:
    urlpatterns += [
        path("sign-in/directory/<slug:provider_id>/", open_to_all(directory.login), name="openid_connect_login"),
        path("sign-in/directory/<slug:provider_id>/back/", open_to_all(directory.callback), name="openid_connect_callback"),
        path("sign-in/directory/stopped/here/", open_to_all(directories.login_cancelled), name="socialaccount_login_cancelled"),
    ]
