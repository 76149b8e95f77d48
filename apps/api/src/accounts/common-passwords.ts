/** The passwords of ten and more characters that are tried first everywhere. Compared in lower case. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `0000000000 0123456789 0987654321 1029384756 1111111111 11111111111 111111111111 1122334455 1212121212 123123123123 1231231231
  1234512345 1234554321 123456123456 1234567890 12345678900 12345678901 12345678910 123456789012 1234567890a 1234567890q
  1234567891 123456789a 123456789q 123456789z 1234qwerasdf 147258369 1472583690 1a2b3c4d5e 1q2w3e4r5t 1q2w3e4r5t6y 1qaz1qaz1qaz
  1qaz2wsx3edc 2222222222 3333333333 5555555555 6666666666 7777777777 8888888888 9876543210 9999999999 a123456789 a1b2c3d4e5
  aa12345678 aaaaaaaaaa abc1234567 abc123abc123 abcd123456 abcd1234567 abcde12345 abcdefghij abcdefghijk abcdefghijkl admin12345
  admin123456 adminadmin administrator administrator1 alexander1 asdasdasd1 asdf1234567 asdf123456 asdfasdfasdf asdfghjkl1 asdfghjkl;
  asdfghjkl123 barcelona1 baseball12 baseball123 basketball basketball1 blink182182 butterfly1 california california1 cheesecake
  changeme12 changeme123 charlie123 chocolate1 christopher cinderella computer12 computer123 corvette123 dragon1234 elizabeth1
  football11 football12 football123 freedom123 galaxy1234 guest12345 hello12345 hello123456 helloworld helloworld1 helloworld123
  hunter1234 iloveyou12 iloveyou123 iloveyou1234 iloveyouso internet12 internet123 jennifer12 jonathan12 justinbieber killer1234
  letmein123 letmein1234 letmeinnow1 liverpool1 liverpool123 loveyou123 lovelovelove lynkify123 lynkify1234 lynkifylynkify manchester
  manchester1 master1234 master12345 masterkey1 metallica1 michael123 michelle12 monkey1234 monkey12345 motdepasse motdepasse1
  mustang123 mypassword mypassword1 mypassword123 newpassword newpassword1 p@ssw0rd12 p@ssw0rd123 p@ssword12 p@ssword123 pa55word12
  pa55word123 pass123456 pass1234567 passpasspass passw0rd12 passw0rd123 passw0rd1234 password00 password01 password10 password11
  password12 password123 password123! password1234 password12345 password123456 password1! password1@ password21 password22 password99
  password!! password!1 passwordpassword passwort123 pokemon123 pokemon1234 princess12 princess123 q1w2e3r4t5 q1w2e3r4t5y6 qazwsx1234
  qazwsxedcrfv qazwsxedc1 qwe123456789 qweasdzxc1 qweasdzxc123 qwer1234qwer qwerasdfzxcv qwerty1234 qwerty12345 qwerty123456
  qwerty1234567 qwertyqwerty qwertyuiop qwertyuiop1 qwertyuiop12 qwertyuiop123 qwertyuiop[] rockstar123 samsung123 secret1234
  secret12345 september1 snowboard1 soccer1234 spiderman1 spiderman12 starwars12 starwars123 sunshine12 sunshine123 superman12
  superman123 superstar1 test123456 test1234567 testing123 testing1234 testtest12 testtest123 trustno1trustno1 undertaker user123456
  volleyball welcome123 welcome1234 welcome12345 whatever12 whatever123 windows123 x123456789 zaq12wsxcde3 zaq1zaq1zaq1 zxcvbnm123
  zxcvbnm1234 zxcvbnm,./ zxcvbnmasd`.split(/\s+/u),
);
