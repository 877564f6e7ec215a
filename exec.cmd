@rem `npm start` says exec, so that a shell makes way and signals reach the server. cmd.exe knows no such word.
@%*
